variable "prefix" {
  description = "What the bucket's name begins with; the provider adds what makes it unique."
  type        = string
}

variable "force_destroy" {
  description = "Whether `terraform destroy` also deletes what lies in the bucket."
  type        = bool
}
