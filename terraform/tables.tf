locals {
  tables = merge([
    for key in keys(local.stacks) : {
      "${key}-message-status"       = { stack = key }
      "${key}-message-side-effects" = { stack = key }
    }
  ]...)
}

# On demand: a table that nobody uses costs nothing.
resource "aws_dynamodb_table" "table" {
  for_each = local.tables

  name         = "${var.project_name}-${each.key}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "message_id"

  attribute {
    name = "message_id"
    type = "S"
  }

  ttl {
    attribute_name = "expires_at"
    enabled        = true
  }

  tags = { stack = each.value.stack }
}
