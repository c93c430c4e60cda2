package dev.queuelab.runner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of AWS agrees with the Terraform configuration, and that with the code. */
class AwsDocsTest {
    private static final Path PROJECT = Path.of("..");

    @Test
    void theGuideNamesMakeTargetsAndScriptsThatExist() throws IOException {
        String guide = read("docs/aws.md");
        String makefile = read("Makefile");

        assertThat(found("\\bmake ([a-z]+-[a-z-]+|validate|preflight|test)\\b", guide))
                .contains("infra-up", "localstack-down", "validate")
                .allSatisfy(target -> assertThat(makefile).containsPattern("(?m)^" + target + ":"));
        assertThat(found("\\b(scripts/\\w+\\.sh|terraform/\\w+\\.json|consumer/Dockerfile)", guide))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(file -> assertThat(PROJECT.resolve(file)).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "producer", "runner"})
    void thePoliciesAllowEveryCallThatIsMade(String role) throws IOException {
        Set<String> allowed = found("\"((?:sqs|dynamodb):\\w+)\"", policy(role));

        assertThat(calls(role)).isNotEmpty().isSubsetOf(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "producer"})
    void thePoliciesAllowNothingBesides(String role) throws IOException {
        assertThat(found("\"((?:sqs|dynamodb):\\w+)\"", policy(role))).isEqualTo(calls(role));
    }

    @Test
    void theImageStartsTheConsumerWithoutAShellAndNotAsRoot() throws IOException {
        List<String> lines = read("consumer/Dockerfile").lines().toList();

        assertThat(lines)
                .anyMatch(line -> line.matches("FROM \\S+:[0-9]\\S+"))
                .anyMatch(line -> line.matches("USER [1-9][0-9]*:[1-9][0-9]*"))
                .anyMatch(line -> line.matches("ENTRYPOINT \\[\"java\", .*\"-jar\", \"consumer.jar\"]"))
                .noneMatch(line -> line.matches("(RUN|CMD|ADD|VOLUME) .*"));
    }

    /** The block of {@code role} in the statements of {@code iam.tf}. */
    private static String policy(String role) throws IOException {
        String text = read("terraform/iam.tf");
        int begin = text.indexOf("    " + role + " = [");
        assertThat(begin).as(role).isPositive();
        return text.substring(begin, text.indexOf("\n    ]", begin));
    }

    /** Calls of SQS and DynamoDB in a program's code; scratch queues are made on emulators only. */
    private static Set<String> calls(String module) throws IOException {
        Set<String> calls = new TreeSet<>();
        Pattern call = Pattern.compile("\\b(sqs|inHandCalls|dynamoDb)(?:\\(\\))?\\s*\\.(\\w+)\\(");
        String folder = module.equals("runner") ? "lab" : module;
        try (Stream<Path> files = Files.walk(PROJECT.resolve(folder).resolve("src/main/java"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".java"))
                    .filter(name -> !name.getFileName().toString().startsWith("Scratch"))
                    .toList()) {
                call.matcher(Files.readString(file)).results().forEach(match -> calls.add(action(match)));
            }
        }
        calls.removeIf(name -> name.endsWith(":Close") || name.endsWith(":ToString"));
        return calls;
    }

    /** Permissions are named after operations, but for batches, which need that of the single operation. */
    private static String action(MatchResult call) {
        String operation = call.group(2).substring(0, 1).toUpperCase(Locale.ROOT)
                + call.group(2).substring(1);
        String service = call.group(1).equals("dynamoDb") ? "dynamodb" : "sqs";
        return service + ":" + (service.equals("sqs") ? operation.replaceAll("Batch$", "") : operation);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String file) throws IOException {
        return Files.readString(PROJECT.resolve(file));
    }
}
