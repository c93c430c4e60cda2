# Each variable refuses what AWS would refuse later, or what would make something else than was meant.
mock_provider "aws" {}
mock_provider "local" {}

run "the_extremes_are_accepted" {
  command = plan

  variables {
    aws_region               = "us-gov-west-1"
    project_name             = "a2345678901234567890123456789012345678-Z"
    queue_visibility_timeout = 43200
    queue_receive_wait       = 0
  }
}

run "a_region_has_a_form" {
  command = plan

  variables {
    aws_region = "mars"
  }

  expect_failures = [var.aws_region]
}

run "a_zone_is_no_region" {
  command = plan

  variables {
    aws_region = "us-west-1a"
  }

  expect_failures = [var.aws_region]
}

run "a_project_has_a_name" {
  command = plan

  variables {
    project_name = ""
  }

  expect_failures = [var.project_name]
}

run "a_name_has_no_underscore" {
  command = plan

  variables {
    project_name = "my_demo"
  }

  expect_failures = [var.project_name]
}

run "a_name_does_not_end_with_a_hyphen" {
  command = plan

  variables {
    project_name = "demo-"
  }

  expect_failures = [var.project_name]
}

run "a_name_leaves_room_for_the_rest" {
  command = plan

  variables {
    project_name = "a23456789012345678901234567890123456789-Z"
  }

  expect_failures = [var.project_name]
}

run "visibility_is_not_negative" {
  command = plan

  variables {
    queue_visibility_timeout = -1
  }

  expect_failures = [var.queue_visibility_timeout]
}

run "visibility_ends_after_twelve_hours" {
  command = plan

  variables {
    queue_visibility_timeout = 43201
  }

  expect_failures = [var.queue_visibility_timeout]
}

run "visibility_is_in_whole_seconds" {
  command = plan

  variables {
    queue_visibility_timeout = 1.5
  }

  expect_failures = [var.queue_visibility_timeout]
}

run "a_wait_is_not_negative" {
  command = plan

  variables {
    queue_receive_wait = -1
  }

  expect_failures = [var.queue_receive_wait]
}

run "a_wait_ends_after_twenty_seconds" {
  command = plan

  variables {
    queue_receive_wait = 21
  }

  expect_failures = [var.queue_receive_wait]
}

run "a_wait_is_in_whole_seconds" {
  command = plan

  variables {
    queue_receive_wait = 0.5
  }

  expect_failures = [var.queue_receive_wait]
}

run "an_endpoint_is_a_url" {
  command = plan

  variables {
    endpoints = { sqs = "localhost:4566", dynamodb = "http://localhost:4566" }
  }

  expect_failures = [var.endpoints]
}

run "an_endpoint_has_no_path" {
  command = plan

  variables {
    endpoints = { sqs = "http://localhost:4566", dynamodb = "http://localhost:4566/x" }
  }

  expect_failures = [var.endpoints]
}
