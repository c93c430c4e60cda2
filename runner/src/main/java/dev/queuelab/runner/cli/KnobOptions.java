package dev.queuelab.runner.cli;

import dev.queuelab.core.knob.BadKnobException;
import dev.queuelab.core.knob.EffectPlace;
import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.toolbox.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Knobs that every consumer of a run gets, whatever its scenario sets. */
final class KnobOptions {
    private static final String SET = "--set";

    /** What the runner itself gives to each consumer. */
    private static final Set<Knob<?>> OF_THE_RUNNER = Set.of(
            Knobs.QUEUE_URL,
            Knobs.AWS_REGION,
            Knobs.MESSAGE_STATUS_TABLE,
            Knobs.MESSAGE_SIDE_EFFECTS_TABLE,
            Knobs.EFFECT_URL,
            Knobs.HISTORY_PATH,
            Knobs.PROCESS_NAME,
            Knobs.SEED,
            Knobs.EXIT_ON_STDIN_EOF);

    @Option(
            names = SET,
            paramLabel = "KNOB=VALUE",
            converter = Converter.class,
            description = {
                "set a knob of every consumer, over what the scenario sets, such as EFFECT=http; may be repeated",
                "(docs/reference.md lists the knobs; a control sets its own over this)"
            })
    private List<Setting> settings = List.of();

    /** A knob and a value that it accepts. */
    record Setting(String name, String value) {}

    /** By name; of two for the same knob, the later one stands. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        settings.forEach(setting -> all.put(setting.name(), setting.value()));
        return all;
    }

    /** Whether consumers are to call the gateway's external service. */
    boolean haveEffectsByHttp() {
        return EffectPlace.HTTP.equals(
                Knobs.EFFECT.parse(all().getOrDefault(Knobs.EFFECT.name(), Knobs.EFFECT.defaultText())));
    }

    /** The options that another run needs to be like this one. */
    List<String> toRunAgain() {
        return all().entrySet().stream()
                .map(knob -> SET + "=" + knob.getKey() + "=" + knob.getValue())
                .toList();
    }

    /** The end of a line about the run: which knobs are set; empty text if none are. */
    String describe() {
        StringBuilder text = new StringBuilder();
        all().forEach((name, value) ->
                text.append(", ").append(name).append("=").append(Text.printable(value)));
        return text.toString();
    }

    /** Refuses at once what no consumer would start with. */
    static final class Converter implements ITypeConverter<Setting> {
        @Override
        public Setting convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new TypeConversionException(
                        "'" + shown(text) + "' is not accepted: expected KNOB=VALUE, such as EFFECT=http");
            }
            String name = text.substring(0, equals);
            String value = text.substring(equals + 1);
            Knob<?> knob = Knobs.ALL.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no knob '" + shown(name) + "': docs/reference.md lists them"));
            if (OF_THE_RUNNER.contains(knob)) {
                throw new TypeConversionException("the runner itself sets " + name + ", for each process of a run");
            }
            try {
                knob.parse(value);
            } catch (BadKnobException e) {
                throw new TypeConversionException(e.getMessage());
            }
            return new Setting(name, value);
        }

        private static String shown(String text) {
            return Text.printable(Text.truncate(text, 80));
        }
    }
}
