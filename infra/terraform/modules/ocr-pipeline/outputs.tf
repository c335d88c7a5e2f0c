output "api_endpoint" {
  description = "Address of the HTTP API."
  value       = aws_apigatewayv2_api.this.api_endpoint
}

output "layer_version_arn" {
  description = "The one layer version that both functions run on."
  value       = local.layer_version_arn
}

output "layer_version" {
  description = "Number of that version."
  value       = module.layer.version
}

output "functions" {
  description = "Name of each function and the layer versions that it names."
  value       = { for key, function in aws_lambda_function.this : key => { name = function.function_name, layers = function.layers } }
}

output "bucket" {
  description = "Bucket of uploads (`uploads/`) and results (`results/`)."
  value       = module.documents.id
}

output "table" {
  description = "Table of uploads and jobs."
  value       = aws_dynamodb_table.records.name
}

output "queue_url" {
  description = "Queue of the jobs."
  value       = aws_sqs_queue.jobs.url
}

output "dead_letter_queue_url" {
  description = "Where a job lands that failed too often."
  value       = aws_sqs_queue.dead_letters.url
}
