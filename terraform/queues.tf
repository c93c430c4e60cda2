locals {
  fifo_suffix = { for key, stack in local.stacks : key => stack.fifo ? ".fifo" : "" }

  # A deny of plain HTTP would lock everybody out of an emulator that is reached by nothing else.
  plain_http = local.on_emulator ? startswith(var.endpoints.sqs, "http://") : false
  all_queues = merge(
    { for key, queue in aws_sqs_queue.queue : key => queue },
    { for key, queue in aws_sqs_queue.dlq : "${key}-dlq" => queue },
  )
}

# A message on a standard queue keeps its first time stamp when it is dead-lettered, so a dead-letter queue must keep
# messages longer than the queue does, or they are gone as soon as they arrive.
resource "aws_sqs_queue" "dlq" {
  for_each = local.stacks

  name                        = "${var.project_name}-${each.key}-dlq${local.fifo_suffix[each.key]}"
  fifo_queue                  = each.value.fifo
  content_based_deduplication = each.value.fifo
  message_retention_seconds   = 14 * 24 * 3600
  sqs_managed_sse_enabled     = true
  tags                        = { stack = each.key }
}

resource "aws_sqs_queue" "queue" {
  for_each = local.stacks

  name                        = "${var.project_name}-${each.key}${local.fifo_suffix[each.key]}"
  fifo_queue                  = each.value.fifo
  content_based_deduplication = each.value.fifo
  visibility_timeout_seconds  = var.queue_visibility_timeout
  receive_wait_time_seconds   = var.queue_receive_wait
  message_retention_seconds   = 4 * 24 * 3600
  sqs_managed_sse_enabled     = true
  tags                        = { stack = each.key }

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dlq[each.key].arn
    maxReceiveCount     = local.max_receive_count
  })
}

resource "aws_sqs_queue_redrive_allow_policy" "dlq" {
  for_each = local.stacks

  queue_url = aws_sqs_queue.dlq[each.key].url
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.queue[each.key].arn]
  })
}

resource "aws_sqs_queue_policy" "tls_only" {
  for_each = local.plain_http ? {} : local.all_queues

  queue_url = each.value.url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "sqs:*"
      Resource  = each.value.arn
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
