# The pipeline with every variable set.
module "ocr_pipeline" {
  source = "../../modules/ocr-pipeline"

  artifacts           = var.artifacts
  name                = var.name
  runtime             = var.runtime
  architecture        = var.architecture
  public              = true
  allowed_origins     = ["https://app.example.com"]
  language            = "latin"
  retention_days      = 7
  log_retention_days  = 30
  processor_timeout   = 120
  processor_memory    = 3008
  maximum_concurrency = 20
  force_destroy       = true
}
