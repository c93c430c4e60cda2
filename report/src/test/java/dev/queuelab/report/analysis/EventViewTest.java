package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.history.Event;
import dev.queuelab.core.trace.HistoryBuilder;
import org.junit.jupiter.api.Test;

class EventViewTest {
    private static final RunTime TIME = new RunTime(HistoryBuilder.BEGIN, HistoryBuilder.second(9));

    @Test
    void anEventIsShownByItsNameAndItsFields() {
        EventView event = view(new Event.Failed("a", "m-a", "recording the start", "throttled"));

        assertThat(event.kind()).isEqualTo("failed");
        assertThat(event.at()).isEqualTo(1.1);
        assertThat(event.process()).contains("c-1");
        assertThat(event.details()).containsOnlyKeys("step", "reason");
    }

    @Test
    void aKeyIsShownWhereItIsNotTheMessagesId() {
        assertThat(view(new Event.EffectAttempted("a", "a")).details()).isEmpty();
        assertThat(view(new Event.EffectAttempted("a", "biz:order_id:7")).details())
                .containsOnlyKeys("key");
    }

    private static EventView view(Event event) {
        return EventView.of(
                new HistoryBuilder().at(1.1, "c-1", event).history().entries().get(0), TIME);
    }
}
