package dev.queuelab.runner.docs;

import dev.queuelab.core.knob.Knob;
import dev.queuelab.core.knob.Knobs;
import dev.queuelab.core.trace.QueueSettings;
import dev.queuelab.scenarios.kit.ConsumerSetup;
import dev.queuelab.scenarios.kit.Operator;
import dev.queuelab.scenarios.kit.ProducerSetup;
import dev.queuelab.scenarios.kit.RunningConsumer;
import dev.queuelab.scenarios.kit.RunningOutage;
import dev.queuelab.scenarios.kit.RunningProducer;
import dev.queuelab.scenarios.kit.Stage;
import dev.queuelab.scenarios.kit.Stopwatch;
import dev.queuelab.scenarios.scaling.Load;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A stage on which nothing happens; it notes the knobs that a scenario turns. */
final class KnobCollector {
    /** Set for every consumer, or only for the sake of a quicker end. */
    private static final Set<Knob<?>> USUAL = Set.of(Knobs.WAIT_TIME_SECONDS);

    private final Set<String> turned = new TreeSet<>();
    private final Map<Class<?>, Object> answers = Map.of(
            int.class,
            2,
            boolean.class,
            true,
            String.class,
            "name",
            Path.class,
            Path.of("file"),
            List.class,
            List.of(),
            RandomGenerator.class,
            new SplittableRandom(1),
            Instant.class,
            Instant.EPOCH,
            Load.class,
            new Load(0, Duration.ZERO),
            QueueSettings.class,
            new QueueSettings(Duration.ofSeconds(2), 2));

    private static final Set<Class<?>> STAND_INS = Set.of(
            ProducerSetup.class,
            RunningProducer.class,
            ConsumerSetup.class,
            RunningConsumer.class,
            RunningOutage.class,
            Operator.class,
            Stopwatch.class);

    Stage stage() {
        return standIn(Stage.class);
    }

    Set<String> turned() {
        return turned;
    }

    private <T> T standIn(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this::answer));
    }

    private @Nullable Object answer(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(self, method, arguments);
        }
        if (method.getName().equals("with") && arguments != null) {
            note((Knob<?>) arguments[0], arguments[1]);
        }
        Class<?> type = method.getReturnType();
        return STAND_INS.contains(type) ? standIn(type) : answers.get(type);
    }

    private <T> void note(Knob<T> knob, Object value) {
        @SuppressWarnings("unchecked")
        String text = knob.render((T) value);
        if (!USUAL.contains(knob) && !text.equals(knob.defaultText())) {
            turned.add(knob.name());
        }
    }
}
