# What the configuration makes, with nothing made: the providers are mocks. Needs Terraform 1.7 or newer.
mock_provider "aws" {}
mock_provider "local" {}

run "every_stack_is_whole" {
  command = apply

  # The cost guard: seven resources for each stack, all of them free while nobody uses them, and one file.
  assert {
    condition = 7 * length(local.stacks) + 1 == (
      length(aws_sqs_queue.queue) + length(aws_sqs_queue.dlq)
      + length(aws_sqs_queue_redrive_allow_policy.dlq) + length(aws_sqs_queue_policy.tls_only)
      + length(aws_dynamodb_table.table) + length([local_sensitive_file.dotenv])
    )
    error_message = "a stack is two queues, their two policies, a redrive-allow policy and two tables, and there is one .env"
  }
  assert {
    condition     = length(local.stacks) >= 7 && length(local.stacks) <= 29
    error_message = "there are ${length(local.stacks)} stacks: raise this bound on purpose only"
  }
  assert {
    condition     = local.stack_list["happy"] == {} && local.stacks["happy"] == { fifo = false }
    error_message = "an entry without settings is not a stack with all defaults"
  }
  assert {
    condition     = alltrue([for table in aws_dynamodb_table.table : table.billing_mode == "PAY_PER_REQUEST"])
    error_message = "a table costs something while nobody uses it"
  }

  assert {
    condition = alltrue([
      for key, queue in aws_sqs_queue.queue :
      jsondecode(queue.redrive_policy) == { deadLetterTargetArn = aws_sqs_queue.dlq[key].arn, maxReceiveCount = 2 }
    ])
    error_message = "a queue does not redrive to its own dead-letter queue after two receives"
  }
  assert {
    condition = alltrue([
      for key, allow in aws_sqs_queue_redrive_allow_policy.dlq :
      allow.queue_url == aws_sqs_queue.dlq[key].url
      && jsondecode(allow.redrive_allow_policy) == { redrivePermission = "byQueue", sourceQueueArns = [aws_sqs_queue.queue[key].arn] }
    ])
    error_message = "a dead-letter queue takes messages from another queue than its own"
  }
  assert {
    condition = alltrue([
      for queue in concat(values(aws_sqs_queue.queue), values(aws_sqs_queue.dlq)) : queue.sqs_managed_sse_enabled
    ])
    error_message = "a queue is not encrypted at rest"
  }
  assert {
    condition = toset([for policy in aws_sqs_queue_policy.tls_only : policy.queue_url]) == toset([
      for queue in concat(values(aws_sqs_queue.queue), values(aws_sqs_queue.dlq)) : queue.url
    ])
    error_message = "a queue may be reached without TLS"
  }
  assert {
    condition = alltrue([
      for policy in aws_sqs_queue_policy.tls_only :
      jsondecode(policy.policy).Statement[0].Effect == "Deny"
      && jsondecode(policy.policy).Statement[0].Condition == { Bool = { "aws:SecureTransport" = "false" } }
    ])
    error_message = "a queue's policy does not refuse plain HTTP"
  }
  assert {
    condition = alltrue([
      for key, stack in local.stacks : alltrue([
        for queue in [aws_sqs_queue.queue[key], aws_sqs_queue.dlq[key]] :
        queue.fifo_queue == stack.fifo
        && queue.content_based_deduplication == stack.fifo
        && endswith(queue.name, ".fifo") == stack.fifo
      ])
    ])
    error_message = "a queue is FIFO where the list does not say so, or is not where it does"
  }
  assert {
    condition = alltrue([
      for table in aws_dynamodb_table.table :
      table.hash_key == "message_id" && table.ttl[0].enabled && table.ttl[0].attribute_name == "expires_at"
    ])
    error_message = "a table has another key than message_id, or keeps items for ever"
  }
}

run "names_and_defaults_are_those_of_the_sandbox" {
  command = apply

  assert {
    condition = (
      aws_sqs_queue.queue["happy"].name == "sqs-demo-happy"
      && aws_sqs_queue.dlq["fifo-order"].name == "sqs-demo-fifo-order-dlq.fifo"
      && output.scenarios["dup"].message_status_table == "sqs-demo-dup-message-status"
      && output.scenarios["dup"].message_side_effects_table == "sqs-demo-dup-message-side-effects"
    )
    error_message = "a name differs from the sandbox's"
  }
  assert {
    condition = (
      output.aws_region == "us-west-1"
      && aws_sqs_queue.queue["happy"].visibility_timeout_seconds == 10
      && aws_sqs_queue.queue["happy"].receive_wait_time_seconds == 10
    )
    error_message = "a default is not what it is said to be"
  }
}

run "the_dotenv_is_private_and_points_at_the_happy_path" {
  command = apply

  assert {
    condition     = local_sensitive_file.dotenv.file_permission == "0600"
    error_message = "others may read .env"
  }
  assert {
    condition = split("\n", output.dotenv) == tolist([
      "# Written by Terraform; `make infra-down` removes it.",
      "export AWS_REGION='us-west-1'",
      "export DLQ_ARN='${aws_sqs_queue.dlq["happy"].arn}'",
      "export MESSAGE_SIDE_EFFECTS_TABLE='sqs-demo-happy-message-side-effects'",
      "export MESSAGE_STATUS_TABLE='sqs-demo-happy-message-status'",
      "export QUEUE_URL='${aws_sqs_queue.queue["happy"].url}'",
      "",
    ])
    error_message = ".env is ${output.dotenv}"
  }
}

run "an_emulator_is_configured_and_reached_without_tls" {
  command = apply

  variables {
    endpoints = { sqs = "http://localhost:4566", dynamodb = "http://localhost:4567" }
  }

  assert {
    condition     = length(aws_sqs_queue_policy.tls_only) == 0
    error_message = "plain HTTP is refused where there is nothing else"
  }
  assert {
    condition     = output.endpoints == { sqs = "http://localhost:4566", dynamodb = "http://localhost:4567" }
    error_message = "the outputs lack the emulator's endpoints"
  }
  assert {
    condition = (
      strcontains(output.dotenv, "export AWS_ENDPOINT_URL_SQS='http://localhost:4566'\n")
      && strcontains(output.dotenv, "export AWS_ENDPOINT_URL_DYNAMODB='http://localhost:4567'\n")
      && strcontains(output.dotenv, "export AWS_ACCESS_KEY_ID=")
    )
    error_message = ".env lacks the emulator's endpoints"
  }
}

run "an_emulator_behind_tls_keeps_to_it" {
  command = apply

  variables {
    endpoints = { sqs = "https://emulator.example", dynamodb = "https://emulator.example" }
  }

  assert {
    condition     = length(aws_sqs_queue_policy.tls_only) == 2 * length(local.stacks)
    error_message = "plain HTTP is allowed though there is TLS"
  }
}

run "policies_reach_the_laboratory_alone" {
  command = apply

  assert {
    condition     = toset(keys(output.iam_policies)) == toset(["consumer", "producer", "runner"])
    error_message = "there is a policy too many or too few"
  }
  assert {
    condition = alltrue(flatten([
      for document in values(output.iam_policies) : [
        for statement in jsondecode(document).Statement : [
          for resource in statement.Resource :
          contains(concat(local.queue_arns, local.dlq_arns, local.table_arns), resource)
        ]
      ]
    ]))
    error_message = "a policy reaches beyond the laboratory's queues and tables"
  }
  assert {
    condition     = !strcontains(join("", values(output.iam_policies)), "*")
    error_message = "a policy has a wildcard"
  }
}
