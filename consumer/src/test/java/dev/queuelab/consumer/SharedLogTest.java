package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line is there whole, or its writing fails and it is not there. */
class SharedLogTest {
    @TempDir
    private Path folder;

    @Test
    void aLineThatIsWrittenInPartsIsWhole() throws Exception {
        Disk disk = new Disk("first\n", 3, 100);

        SharedLog.append(disk, "second");

        assertThat(disk.content).isEqualTo("first\nsecond\n");
    }

    @Test
    void whatADiskThatBecomesFullTookOfALineIsCutOff() {
        Disk disk = new Disk("first\n", 3, 10);

        assertThatThrownBy(() -> SharedLog.append(disk, "second")).isInstanceOf(IOException.class);

        assertThat(disk.content).isEqualTo("first\n");
    }

    @Test
    void aDiskThatTakesNothingWithoutAnErrorIsAFailureToo() {
        Disk disk = new Disk("first\n", 3, 10);
        disk.silent = true;

        assertThatThrownBy(() -> SharedLog.append(disk, "second")).hasMessage("only 4 of 7 bytes were written");

        assertThat(disk.content).isEqualTo("first\n");
    }

    @Test
    void aLineAfterATornOneBeginsOnALineOfItsOwn() throws Exception {
        Path file = Files.writeString(folder.resolve("log"), "first\nsec");

        SharedLog.append(file, "third");
        SharedLog.append(file, "fourth");

        assertThat(file).hasContent("first\nsec\nthird\nfourth\n");
    }

    @Test
    void linesOfManyThreadsAreAllThere() {
        Path file = folder.resolve("log");

        IntStream.range(0, 200).parallel().forEach(number -> {
            try {
                SharedLog.append(file, "line " + number);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(file)
                .content()
                .hasLineCount(200)
                .contains(IntStream.range(0, 200)
                        .mapToObj(number -> "line " + number + "\n")
                        .toList());
    }

    @Test
    void aDeviceThatIsFullIsAFailure() {
        Path full = Path.of("/dev/full");
        assumeThat(full).as("only Linux has it").exists();

        assertThatThrownBy(() -> SharedLog.append(full, "line")).isInstanceOf(IOException.class);
    }

    @Test
    void aDeviceIsWrittenToAsItIs() throws Exception {
        Path nothing = Path.of("/dev/null");
        assumeThat(nothing).as("Windows has no such path").exists();

        SharedLog.append(nothing, "line");
    }

    /** Takes up to {@code most} bytes in one write, until it is full. */
    private static final class Disk implements SeekableByteChannel {
        private final int most;
        private final int capacity;
        private String content;
        private boolean silent;

        Disk(String content, int most, int capacity) {
            this.content = content;
            this.most = most;
            this.capacity = capacity;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            int taken = Math.min(Math.min(most, source.remaining()), capacity - content.length());
            if (taken == 0 && !silent) {
                throw new IOException("No space left on device");
            }
            byte[] bytes = new byte[taken];
            source.get(bytes);
            content += new String(bytes, StandardCharsets.US_ASCII);
            return taken;
        }

        @Override
        public long size() {
            return content.length();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            content = content.substring(0, (int) size);
            return this;
        }

        @Override
        public int read(ByteBuffer target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return content.length();
        }

        @Override
        public SeekableByteChannel position(long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
