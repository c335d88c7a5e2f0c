terraform {
  required_version = ">= 1.5"

  required_providers {
    # 5.100 is the oldest that we run. It refuses `nodejs24.x` by name at plan time; 6.19 and newer know it
    # (https://github.com/hashicorp/terraform-provider-aws/issues/44986).
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100"
    }
  }
}
