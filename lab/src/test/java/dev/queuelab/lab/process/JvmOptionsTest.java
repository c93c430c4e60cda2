package dev.queuelab.lab.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmOptionsTest {

    @Test
    void propertiesAndAssertionsArePassedOnInTheOrderInWhichTheyCount() {
        JvmOptions options = JvmOptions.of(Map.of(
                "_JAVA_OPTIONS", "-Dx=3",
                "JAVA_TOOL_OPTIONS", " -Dx=1  -ea:dev.queuelab... ",
                "JDK_JAVA_OPTIONS", "-Dx=2 --add-opens=java.base/java.lang=ALL-UNNAMED -Xss2m"));

        assertThat(options.passedOn())
                .containsExactly(
                        "-Dx=1",
                        "-ea:dev.queuelab...",
                        "-Dx=2",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Xss2m",
                        "-Dx=3");
    }

    @Test
    void quotesKeepAnOptionTogether() {
        assertThat(of("\"-Da=b c\" -Dd='e f' -D\"g=h\"i").passedOn()).containsExactly("-Da=b c", "-Dd=e f", "-Dg=hi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseG1GC",
                "-XX:+UseParallelGC -XX:ParallelGCThreads=2",
                "-Xms256m",
                "-XX:InitialHeapSize=256m -Xmn64m",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=5005",
                "-Xdebug -Xrunjdwp:transport=dt_socket,server=y,address=5005",
                "-javaagent:exporter.jar=9404:config.yaml",
                "-Dcom.sun.management.jmxremote.port=9010 -Dcom.sun.management.jmxremote.rmi.port=9010",
                "-XX:SharedArchiveFile=x.jsa -Xshare:on",
                "-XX:ArchiveClassesAtExit=x.jsa",
                "-Xlog:gc",
                "@options.txt"
            })
    void whatWouldStopAChildIsNotPassedOn(String options) {
        assertThat(of(options)).isEqualTo(new JvmOptions(List.of(), 0));
    }

    @Test
    void theGreatestHeapIsRaisedAndNeverLowered() {
        assertThat(maxHeap("")).containsExactly("-Xmx128m");
        assertThat(maxHeap("-Xmx1g")).containsExactly("-Xmx1024m");
        assertThat(maxHeap("-Xmx1g -XX:MaxHeapSize=536870912")).containsExactly("-Xmx512m");
        assertThat(maxHeap("-Xmx8m")).containsExactly("-Xmx128m");
        assertThat(maxHeap("-Xms300m")).containsExactly("-Xmx128m");
    }

    private static List<String> maxHeap(String options) {
        return JavaCommand.of(Path.of("x.jar"), List.of(), of(options), List.of()).stream()
                .filter(word -> word.startsWith("-Xmx"))
                .toList();
    }

    private static JvmOptions of(String options) {
        return JvmOptions.of(Map.of("JAVA_TOOL_OPTIONS", options));
    }
}
