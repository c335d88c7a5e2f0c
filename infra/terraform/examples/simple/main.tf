# The pipeline with every default. Build the artifacts first:
#   node --conditions=source scripts/aws-artifacts.ts --output dist/aws
module "ocr_pipeline" {
  source = "../../modules/ocr-pipeline"

  artifacts = var.artifacts
}

variable "artifacts" {
  description = "Folder that `scripts/aws-artifacts.ts` wrote."
  type        = string
  default     = "../../../../dist/aws"
}

output "api_endpoint" {
  value = module.ocr_pipeline.api_endpoint
}
