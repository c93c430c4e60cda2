locals {
  dotenv_file  = "${path.module}/../.env"
  dotenv_marks = ["# Written by Terraform", "# Written by the Queue Lab sandbox"]

  dotenv = join("", concat(
    ["# Written by Terraform; `make infra-down` removes it.\n"],
    [
      for name, value in local.dotenv_variables : "export ${name}='${value}'\n"
    ],
  ))

  dotenv_variables = merge(
    {
      QUEUE_URL                  = aws_sqs_queue.queue["happy"].url
      DLQ_ARN                    = aws_sqs_queue.dlq["happy"].arn
      AWS_REGION                 = var.aws_region
      MESSAGE_STATUS_TABLE       = aws_dynamodb_table.table["happy-message-status"].name
      MESSAGE_SIDE_EFFECTS_TABLE = aws_dynamodb_table.table["happy-message-side-effects"].name
    },
    local.on_emulator ? {
      AWS_ENDPOINT_URL_SQS      = var.endpoints.sqs
      AWS_ENDPOINT_URL_DYNAMODB = var.endpoints.dynamodb
      AWS_ACCESS_KEY_ID         = local.emulator_key
      AWS_SECRET_ACCESS_KEY     = local.emulator_key
    } : {},
  )
}

# For a producer or consumer that is started by hand: the happy path's resources.
resource "local_sensitive_file" "dotenv" {
  filename        = local.dotenv_file
  content         = local.dotenv
  file_permission = "0600"

  lifecycle {
    precondition {
      condition     = fileexists(local.dotenv_file) ? anytrue([for mark in local.dotenv_marks : startswith(file(local.dotenv_file), mark)]) : true
      error_message = "The .env at the root was written by somebody else: move it away, then repeat this."
    }
  }
}
