package dev.queuelab.core.knob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.payload.SchemaVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What a scenario sets is what the consumer reads. */
class KnobRoundTripTest {

    @Property
    void seconds(@ForAll @DoubleRange(max = 43_200) double value) {
        roundTrip(Knobs.SIDE_EFFECT_DELAY_SECONDS, value);
    }

    @Property
    void counts(@ForAll @IntRange(min = 1) int value) {
        roundTrip(Knobs.MAX_MESSAGES, value);
    }

    @Property
    void seeds(@ForAll long value) {
        roundTrip(Knobs.SEED, Optional.of(value));
    }

    @Property
    void choices(@ForAll Acknowledge acknowledge, @ForAll LogLevel level, @ForAll boolean flag) {
        roundTrip(Knobs.ACKNOWLEDGE, acknowledge);
        roundTrip(Knobs.LOG_LEVEL, level);
        roundTrip(Knobs.CRASH_AFTER_RECEIVE, flag);
    }

    @Property
    void fields(@ForAll @Size(max = 4) List<@AlphaChars @NotEmpty @StringLength(max = 9) String> names) {
        roundTrip(Knobs.BUSINESS_IDEMPOTENCY_FIELD, names);
    }

    @Property
    void pairs(@ForAll @AlphaChars @NotEmpty @StringLength(max = 9) String name, @ForAll @AlphaChars String value) {
        roundTrip(Knobs.SCHEMA_DEFAULTS, Map.of(name, value));
        roundTrip(Knobs.SCHEMA_DEFAULTS, Map.of());
    }

    @Property
    void schemaVersions(@ForAll @IntRange(max = 999) int major, @ForAll @IntRange(max = 999) int minor) {
        roundTrip(Knobs.SCHEMA_VERSION, Optional.of(new SchemaVersion(major, minor)));
    }

    private static <T> void roundTrip(Knob<T> knob, T value) {
        assertThat(knob.parse(knob.render(value))).isEqualTo(value);
    }
}
