# The one list of stacks, which the embedded sandbox reads, too: a stack is a queue, its dead-letter queue and two tables.
locals {
  stack_list = jsondecode(file("${path.module}/scenarios.json"))

  # A setting that an entry leaves out has its default, so that {} is a stack.
  stacks = { for key, entry in local.stack_list : key => { fifo = lookup(entry, "fifo", false) } }

  # The settings that an entry may have; outputs.tf refuses any other.
  stack_settings = ["fifo"]

  max_receive_count = 2

  on_emulator  = var.endpoints != null
  emulator_key = "queuelab"
}
