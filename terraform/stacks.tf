# The one list of stacks, which the embedded sandbox reads, too: a stack is a queue, its dead-letter queue and two tables.
locals {
  stacks = jsondecode(file("${path.module}/scenarios.json"))

  # What an entry of the list may say; another word is refused rather than passed over.
  stack_words = ["fifo"]

  max_receive_count = 2

  on_emulator  = var.endpoints != null
  emulator_key = "queuelab"
}
