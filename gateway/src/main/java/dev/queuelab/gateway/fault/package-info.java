/** What breaks a call: the faults, when each falls, and the file that chooses them. */
@NullMarked
package dev.queuelab.gateway.fault;

import org.jspecify.annotations.NullMarked;
