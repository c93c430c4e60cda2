# State is local: the laboratory is one person's, and can be destroyed and made again at any time.
terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    local = {
      source  = "hashicorp/local"
      version = "~> 2.5"
    }
  }
}

provider "aws" {
  region = var.aws_region

  # An emulator takes any credentials, and has no account to ask for.
  access_key                  = local.on_emulator ? local.emulator_key : null
  secret_key                  = local.on_emulator ? local.emulator_key : null
  skip_credentials_validation = local.on_emulator
  skip_metadata_api_check     = local.on_emulator
  skip_requesting_account_id  = local.on_emulator

  dynamic "endpoints" {
    for_each = local.on_emulator ? [var.endpoints] : []
    content {
      sqs      = endpoints.value.sqs
      dynamodb = endpoints.value.dynamodb
    }
  }

  default_tags {
    tags = {
      project    = var.project_name
      managed-by = "terraform"
    }
  }
}
