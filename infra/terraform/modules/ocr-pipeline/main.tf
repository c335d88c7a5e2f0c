locals {
  functions = {
    # An HTTP API waits for at most 30 seconds, so a longer answer could not be delivered.
    # Memory for a searchable PDF of the largest upload: the image and the PDF around it.
    presigned-url = { timeout = 29, memory = 1024 }
    ocr-processor = { timeout = var.processor_timeout, memory = var.processor_memory }
  }

  # The one place that both functions take their layer from: they can never run two versions of it.
  layer_version_arn = module.layer.arn
}

module "layer" {
  source = "../layer"

  name         = "${var.name}-dependencies"
  zip          = "${var.artifacts}/layer.zip"
  manifest     = "${var.artifacts}/layer.json"
  runtime      = var.runtime
  architecture = var.architecture
  description  = "Image decoding, the OCR runtime and its models"
  upload       = { bucket = module.artifacts.id }
}

# Made here and not by Lambda on the first call, since Lambda's own groups never expire.
resource "aws_cloudwatch_log_group" "function" {
  for_each = local.functions

  name              = "/aws/lambda/${var.name}-${each.key}"
  retention_in_days = var.log_retention_days
}

resource "aws_lambda_function" "this" {
  for_each = local.functions

  function_name    = "${var.name}-${each.key}"
  role             = aws_iam_role.function[each.key].arn
  runtime          = var.runtime
  architectures    = [var.architecture]
  handler          = "index.handler"
  filename         = "${var.artifacts}/${each.key}.zip"
  source_code_hash = filebase64sha256("${var.artifacts}/${each.key}.zip")
  layers           = [local.layer_version_arn]
  timeout          = each.value.timeout
  memory_size      = each.value.memory

  environment {
    variables = {
      BUCKET            = module.documents.id
      TABLE             = aws_dynamodb_table.records.name
      QUEUE_URL         = aws_sqs_queue.jobs.url
      RETENTION_DAYS    = tostring(var.retention_days)
      DOCUMENT_LANGUAGE = var.language

      # What is freed is given back at once: see READER_ENVIRONMENT in apps/local/src/server/reader-environment.ts.
      MALLOC_ARENA_MAX       = "1"
      MALLOC_MMAP_THRESHOLD_ = "1048576"
    }
  }

  depends_on = [aws_iam_role_policy.function, aws_cloudwatch_log_group.function]
}
