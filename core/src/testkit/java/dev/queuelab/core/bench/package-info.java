/** What benches share: programs in processes of their own, the machine, and a report with targets. */
@NullMarked
package dev.queuelab.core.bench;

import org.jspecify.annotations.NullMarked;
