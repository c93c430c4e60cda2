package dev.queuelab.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.scenarios.check.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void numbersStandToTheRightAndWordsToTheLeft() {
        Table table = new Table(
                List.of("n", "reason", "age"), List.of(List.of("1", "it grew", "0.5"), List.of("10", "so", "12.0")));

        assertThat(TextTable.lines(table))
                .containsExactly(
                        " n  reason    age", //
                        " 1  it grew   0.5",
                        "10  so       12.0");
    }

    @Test
    void aTableWithoutRowsHasItsHeadings() {
        assertThat(TextTable.lines(new Table(List.of("a", "b"), List.of()))).containsExactly("a  b");
    }
}
