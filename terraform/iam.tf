# Least privilege, as policy documents to attach to a role of your own; none is attached here, and a person with the
# rights to make the stacks needs none of them.
locals {
  queue_arns = [for queue in aws_sqs_queue.queue : queue.arn]
  dlq_arns   = [for queue in aws_sqs_queue.dlq : queue.arn]
  table_arns = [for table in aws_dynamodb_table.table : table.arn]

  iam_policies = {
    for role, statements in local.iam_statements : role => jsonencode({
      Version = "2012-10-17"
      Statement = [
        for statement in statements : {
          Sid      = statement.sid
          Effect   = "Allow"
          Action   = statement.actions
          Resource = statement.resources
        }
      ]
    })
  }

  iam_statements = {
    consumer = [
      {
        sid = "Messages"
        actions = [
          "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes",
        ]
        resources = local.queue_arns
      },
      {
        sid       = "Records"
        actions   = ["dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:UpdateItem"]
        resources = local.table_arns
      },
    ]
    producer = [
      {
        sid       = "Messages"
        actions   = ["sqs:SendMessage"]
        resources = local.queue_arns
      },
    ]
    # The runner starts producers and consumers, which use its credentials: attach theirs with it.
    runner = [
      {
        sid = "Queues"
        actions = [
          "sqs:GetQueueAttributes", "sqs:GetQueueUrl",
          "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:PurgeQueue",
        ]
        resources = concat(local.queue_arns, local.dlq_arns)
      },
      {
        sid       = "Redrive"
        actions   = ["sqs:StartMessageMoveTask", "sqs:ListMessageMoveTasks", "sqs:CancelMessageMoveTask"]
        resources = local.dlq_arns
      },
      {
        # AWS moves them in the name of whoever starts the task.
        sid       = "RedriveInto"
        actions   = ["sqs:SendMessage"]
        resources = local.queue_arns
      },
      {
        sid       = "Tables"
        actions   = ["dynamodb:BatchGetItem", "dynamodb:DescribeTable", "dynamodb:DescribeTimeToLive", "dynamodb:Scan"]
        resources = local.table_arns
      },
    ]
  }
}
