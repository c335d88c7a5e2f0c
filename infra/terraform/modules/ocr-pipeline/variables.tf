variable "artifacts" {
  description = "Folder with `presigned-url.zip`, `ocr-processor.zip`, `layer.zip` and `layer.json` (made by `scripts/aws-artifacts.ts`)."
  type        = string
}

variable "name" {
  description = "Prefix of every name: `<name>-presigned-url`, `<name>-ocr-processor`, `<name>-dependencies`."
  type        = string
  default     = "ocr-pipeline"
}

variable "runtime" {
  description = "Lambda runtime of both functions and of the layer; the layer must have been built for it."
  type        = string
  default     = "nodejs24.x"
}

variable "architecture" {
  description = "CPU of both functions and of the layer; the layer must have been built for it."
  type        = string
  default     = "x86_64"
}

variable "public" {
  description = "true: anyone who knows the address may call the API. false: callers sign with IAM (`execute-api:Invoke`)."
  type        = bool
  default     = false
}

variable "allowed_origins" {
  description = "Origins of web pages that may call the API and upload, e.g. `https://app.example.com`. None by default."
  type        = list(string)
  default     = []
}

variable "language" {
  description = "What the documents are written in: `latin`, every European language in Latin letters, `zh` or `ja`."
  type        = string
  default     = "latin"

  validation {
    condition     = contains(["latin", "zh", "ja"], var.language)
    error_message = "The language is latin, zh or ja."
  }
}

variable "retention_days" {
  description = "Days after which uploads, results and job records are deleted."
  type        = number
  default     = 30

  validation {
    condition     = var.retention_days >= 1 && floor(var.retention_days) == var.retention_days
    error_message = "Retention is a whole number of days, at least 1: S3's lifecycle counts in days."
  }
}

variable "log_retention_days" {
  description = "Days that the functions' logs are kept; one of the periods that CloudWatch Logs offers."
  type        = number
  default     = 14
}

variable "processor_timeout" {
  description = "Seconds that ocr-processor may take for one document. The queue's visibility timeout follows it."
  type        = number
  default     = 300

  validation {
    condition     = var.processor_timeout >= 1 && var.processor_timeout <= 900
    error_message = "A Lambda function runs for at most 900 seconds."
  }
}

variable "processor_memory" {
  description = "Megabytes of ocr-processor. Lambda gives one whole vCPU at 1769."
  type        = number
  default     = 1769
}

variable "maximum_concurrency" {
  description = "Documents read at the same time at most: the bound on what a flood can cost."
  type        = number
  default     = 10

  validation {
    condition     = var.maximum_concurrency >= 2 && var.maximum_concurrency <= 1000
    error_message = "Lambda takes 2 to 1000 as the concurrency of a queue."
  }
}

variable "force_destroy" {
  description = "true: `terraform destroy` also deletes a bucket that still holds documents."
  type        = bool
  default     = false
}
