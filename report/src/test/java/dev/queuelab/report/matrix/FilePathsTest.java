package dev.queuelab.report.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathsTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    File "/home/me/lib/python3/kombu/transport/SQS.py", line 9 | File ".../kombu/transport/SQS.py", line 9
                    at run (file:///home/me/node_modules/sqs/dist/index.js:1:2) | at run (.../sqs/dist/index.js:1:2)
                    from jar:file:/opt/x/lib/spring.jar!/a                      | from .../lib/spring.jar!/a
                    /a/b/c/d, /e/f/g/h                                          | .../b/c/d, .../f/g/h
                    """, delimiter = '|')
    void ofALongPathItsLastNamesStay(String text, String shortened) {
        assertThat(FilePaths.shortened(text)).isEqualTo(shortened);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9324/000000000000/a/b/c/d",
                "https://example.org/a/b/c/d/e",
                "conformance/kombu/target/venv/lib/x.py",
                "/etc/hosts",
                "3 /4 /5"
            })
    void addressesAndShortOrRelativePathsStay(String text) {
        assertThat(FilePaths.shortened(text)).isEqualTo(text);
    }
}
