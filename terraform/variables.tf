variable "aws_region" {
  description = "AWS region for all resources"
  type        = string
  default     = "us-west-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]+$", var.aws_region))
    error_message = "aws_region is \"${var.aws_region}\": expected the name of a region, such as us-west-1."
  }
}

variable "project_name" {
  description = "Base name for created resources"
  type        = string
  default     = "sqs-demo"

  # Amazon SQS: a queue name has at most 80 characters, the suffix .fifo included; the rest is the stack's.
  validation {
    condition     = can(regex("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$", var.project_name)) && length(var.project_name) <= 40
    error_message = "project_name is \"${var.project_name}\": expected at most 40 letters, digits and hyphens, a hyphen neither first nor last."
  }
}

variable "queue_visibility_timeout" {
  description = "SQS visibility timeout (seconds)"
  type        = number
  default     = 10

  validation {
    condition     = var.queue_visibility_timeout >= 0 && var.queue_visibility_timeout <= 43200 && floor(var.queue_visibility_timeout) == var.queue_visibility_timeout
    error_message = "queue_visibility_timeout is ${var.queue_visibility_timeout}: expected a whole number of seconds from 0 to 43200."
  }
}

variable "queue_receive_wait" {
  description = "SQS long-poll wait time (seconds)"
  type        = number
  default     = 10

  validation {
    condition     = var.queue_receive_wait >= 0 && var.queue_receive_wait <= 20 && floor(var.queue_receive_wait) == var.queue_receive_wait
    error_message = "queue_receive_wait is ${var.queue_receive_wait}: expected a whole number of seconds from 0 to 20."
  }
}

variable "endpoints" {
  description = "Where an emulator's SQS and DynamoDB listen, such as LocalStack's; null for AWS"
  type = object({
    sqs      = string
    dynamodb = string
  })
  default = null

  validation {
    condition     = var.endpoints == null ? true : alltrue([for url in values(var.endpoints) : can(regex("^https?://[^/]+$", url))])
    error_message = "endpoints has a value that is no URL of a host: expected such as {sqs = \"http://localhost:4566\", dynamodb = \"http://localhost:4566\"}."
  }
}
