package dev.queuelab.lab.environment;

import dev.queuelab.core.aws.EmulatorCredentials;
import dev.queuelab.core.toolbox.FileErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code .env} in the project's folder, by which a producer or consumer started by hand reaches the sandbox. A file
 * that the sandbox did not write is neither overwritten nor removed.
 */
public record DotEnv(Path file) {
    private static final String MARK = "# Written by the Queue Lab sandbox; `make sandbox-down` removes it.";

    /** As Terraform's, which is written over this one and keeps its mode. */
    private static final FileAttribute<Set<PosixFilePermission>> FOR_ITS_OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Writes the file; returns false, and leaves it alone, if it is somebody else's. */
    public boolean write(Outputs outputs) {
        if (Files.exists(file) && !isOurs()) {
            return false;
        }
        String text = variables(outputs).entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "='" + variable.getValue() + "'\n")
                .collect(Collectors.joining("", MARK + "\n", ""));
        try {
            Path next = file.resolveSibling(".env.next");
            Files.deleteIfExists(next);
            Files.createFile(next, FOR_ITS_OWNER_ALONE);
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new EnvironmentException("cannot write " + file + ": " + FileErrors.reason(e), e);
        }
    }

    /** Removes the file, if it is the sandbox's; returns whether it did. */
    public boolean remove() {
        try {
            return Files.exists(file) && isOurs() && Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new EnvironmentException("cannot remove " + file + ": " + FileErrors.reason(e), e);
        }
    }

    private boolean isOurs() {
        try {
            return Files.isRegularFile(file)
                    && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).startsWith(MARK);
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + file + ": " + FileErrors.reason(e), e);
        }
    }

    /** The happy path's resources, and on an emulator also how to reach it. */
    public static Map<String, String> variables(Outputs outputs) {
        Stack stack = outputs.stacks().values().stream()
                .filter(candidate -> candidate.key().equals("happy"))
                .findFirst()
                .orElseThrow(() -> new EnvironmentException("there is no stack named happy"));
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("QUEUE_URL", stack.queueUrl());
        variables.put("DLQ_ARN", stack.dlqArn());
        variables.put("AWS_REGION", outputs.region());
        variables.put("MESSAGE_STATUS_TABLE", stack.messageStatusTable());
        variables.put("MESSAGE_SIDE_EFFECTS_TABLE", stack.messageSideEffectsTable());
        outputs.endpoints().ifPresent(endpoints -> {
            variables.put("AWS_ENDPOINT_URL_SQS", endpoints.sqs().toString());
            variables.put("AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamoDb().toString());
            variables.put("AWS_ACCESS_KEY_ID", EmulatorCredentials.KEY_ID);
            variables.put("AWS_SECRET_ACCESS_KEY", EmulatorCredentials.SECRET);
        });
        return variables;
    }
}
