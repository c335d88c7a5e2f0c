output "arn" {
  description = "ARN of this version: what a function names in `layers`."
  value       = aws_lambda_layer_version.this.arn
}

output "version" {
  description = "Number of this version, counted from 1."
  value       = aws_lambda_layer_version.this.version
}

output "source_code_hash" {
  description = "Base64 SHA-256 of the zip."
  value       = aws_lambda_layer_version.this.source_code_hash
}
