locals {
  uploads = "${module.documents.arn}/uploads/*"
  results = "${module.documents.arn}/results/*"

  records = {
    Sid      = "Records"
    Effect   = "Allow"
    Action   = ["dynamodb:GetItem", "dynamodb:PutItem"]
    Resource = [aws_dynamodb_table.records.arn]
  }

  # Without it S3 answers 403 instead of 404 for an object that is not there, and nobody could tell the two apart.
  existence = {
    Sid      = "Existence"
    Effect   = "Allow"
    Action   = ["s3:ListBucket"]
    Resource = [module.documents.arn]
  }

  statements = {
    presigned-url = [
      local.records,
      local.existence,
      # A presigned request has the rights of the role that signed it.
      { Sid = "Upload", Effect = "Allow", Action = ["s3:PutObject"], Resource = [local.uploads] },
      { Sid = "Results", Effect = "Allow", Action = ["s3:GetObject"], Resource = [local.uploads, local.results] },
      # What is too large for an answer is left beside the document, and the client is led there.
      { Sid = "LargeResults", Effect = "Allow", Action = ["s3:PutObject"], Resource = [local.results] },
      { Sid = "Enqueue", Effect = "Allow", Action = ["sqs:SendMessage"], Resource = [aws_sqs_queue.jobs.arn] },
    ]
    ocr-processor = [
      local.records,
      local.existence,
      { Sid = "Read", Effect = "Allow", Action = ["s3:GetObject"], Resource = [local.uploads, local.results] },
      { Sid = "Write", Effect = "Allow", Action = ["s3:PutObject"], Resource = [local.results] },
      {
        Sid      = "Dequeue"
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = [aws_sqs_queue.jobs.arn]
      },
    ]
  }
}

resource "aws_iam_role" "function" {
  for_each = local.functions

  name = "${var.name}-${each.key}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "function" {
  for_each = local.functions

  name = "least-privilege"
  role = aws_iam_role.function[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(local.statements[each.key], [{
      Sid      = "Logs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.function[each.key].arn}:*"]
    }])
  })
}
