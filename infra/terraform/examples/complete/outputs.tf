output "api_endpoint" {
  value = module.ocr_pipeline.api_endpoint
}

output "layer_version_arn" {
  value = module.ocr_pipeline.layer_version_arn
}

output "layer_version" {
  value = module.ocr_pipeline.layer_version
}

output "functions" {
  value = module.ocr_pipeline.functions
}

output "bucket" {
  value = module.ocr_pipeline.bucket
}

output "table" {
  value = module.ocr_pipeline.table
}

output "queue_url" {
  value = module.ocr_pipeline.queue_url
}

output "dead_letter_queue_url" {
  value = module.ocr_pipeline.dead_letter_queue_url
}
