# What the runner reads: `terraform output -json`. The embedded sandbox writes the same document.
output "aws_region" {
  description = "Region of all resources"
  value       = var.aws_region
}

output "endpoints" {
  description = "Where SQS and DynamoDB are reached, if not at AWS"
  value       = var.endpoints
}

output "scenarios" {
  description = "Each stack: its queues and tables, and what they were declared to be"
  value = {
    for key, stack in local.stacks : key => {
      queue_url                  = aws_sqs_queue.queue[key].url
      dlq_arn                    = aws_sqs_queue.dlq[key].arn
      dlq_url                    = aws_sqs_queue.dlq[key].url
      message_status_table       = aws_dynamodb_table.table["${key}-message-status"].name
      message_side_effects_table = aws_dynamodb_table.table["${key}-message-side-effects"].name
      fifo                       = stack.fifo
      max_receive_count          = local.max_receive_count
      receive_wait               = var.queue_receive_wait
      visibility_timeout         = var.queue_visibility_timeout
    }
  }

  precondition {
    condition     = length(setsubtract(flatten([for entry in values(local.stack_list) : keys(entry)]), local.stack_settings)) == 0
    error_message = "scenarios.json has an entry with an unknown setting; known: ${join(", ", local.stack_settings)}."
  }

  precondition {
    condition     = alltrue([for stack in values(local.stacks) : stack.fifo == true || stack.fifo == false])
    error_message = "scenarios.json has an entry whose fifo is neither true nor false."
  }
}

# The happy path's resources, for a producer or consumer that is started by hand.
output "queue_url" {
  description = "URL of the happy path's queue"
  value       = aws_sqs_queue.queue["happy"].url
}

output "dlq_url" {
  description = "URL of its dead-letter queue"
  value       = aws_sqs_queue.dlq["happy"].url
}

output "dlq_arn" {
  description = "ARN of its dead-letter queue"
  value       = aws_sqs_queue.dlq["happy"].arn
}

output "message_status_table" {
  description = "Name of its table of states"
  value       = aws_dynamodb_table.table["happy-message-status"].name
}

output "message_side_effects_table" {
  description = "Name of its table of side effects"
  value       = aws_dynamodb_table.table["happy-message-side-effects"].name
}

output "dotenv" {
  description = "The same as lines of shell: what is in .env"
  value       = local.dotenv
}

output "iam_policies" {
  description = "What a consumer, a producer and the runner may do at the least, as IAM policy documents"
  value       = local.iam_policies
}
