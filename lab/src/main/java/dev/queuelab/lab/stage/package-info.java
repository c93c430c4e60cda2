/**
 * The stage on real queues, real tables and real processes. {@link ScenarioStage} is what scenarios see; it gives them
 * launchers, these hand out processes, and all of them share {@link StageServices}. Nothing refers back.
 */
@NullMarked
package dev.queuelab.lab.stage;

import org.jspecify.annotations.NullMarked;
