package dev.queuelab.scenarios.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.shortrun.Happy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    static final class DupSideEffects {}

    @Test
    void everyStoryHasANameAClaimAndAControl() {
        assertThat(Catalogue.all()).extracting(Catalogue.Entry::name).contains("happy", "crash", "dup", "poison");
        assertThat(Catalogue.all()).allSatisfy(entry -> {
            assertThat(entry.claim()).endsWith(".");
            assertThat(entry.create().get().controls()).isNotEmpty().allSatisfy(control -> {
                assertThat(control.knobs().size() + control.options().size()).isPositive();
                assertThat(control.breaks()).isNotEmpty();
            });
        });
    }

    @Test
    void theCommandIsTheClassNameInKebabCase() {
        assertThat(Catalogue.nameOf(Happy.class)).isEqualTo("happy");
        assertThat(Catalogue.nameOf(DupSideEffects.class)).isEqualTo("dup-side-effects");
    }

    @ParameterizedTest
    @CsvSource({"dup, dup", "dup-side-effects, dup", "fifo-order, fifo-order", "fifo-order-x, fifo-order", "duplex, ''"
    })
    void theStackIsTheLongestKeyThatTheNameBeginsWith(String name, String key) {
        Catalogue.Entry entry = new Catalogue.Entry(name, "", Pace.SHORT, Happy::new);

        assertThat(entry.stackAmong(List.of("dup", "fifo", "fifo-order")))
                .isEqualTo(key.isEmpty() ? Optional.empty() : Optional.of(key));
    }
}
