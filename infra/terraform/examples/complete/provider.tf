# One configuration for AWS and for an emulator: with `aws_endpoint` null every setting here is the provider's default.
locals {
  emulated = var.aws_endpoint != null
}

provider "aws" {
  region = var.region

  access_key                  = local.emulated ? "testing" : null
  secret_key                  = local.emulated ? "testing" : null
  skip_credentials_validation = local.emulated
  skip_metadata_api_check     = local.emulated
  skip_region_validation      = local.emulated
  s3_use_path_style           = local.emulated

  endpoints {
    apigatewayv2 = var.aws_endpoint
    dynamodb     = var.aws_endpoint
    iam          = var.aws_endpoint
    lambda       = var.aws_endpoint
    logs         = var.aws_endpoint
    s3           = var.aws_endpoint
    sqs          = var.aws_endpoint
    # Also when emulated: the ARNs that the provider puts together name the account that STS tells it.
    sts = var.aws_endpoint
  }

  default_tags {
    tags = { Project = var.name }
  }
}
