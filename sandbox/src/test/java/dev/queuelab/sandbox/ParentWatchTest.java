package dev.queuelab.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {
    @Test
    void actsWhenTheInputEndsAndNotBefore() throws Exception {
        CountDownLatch acted = new CountDownLatch(1);
        PipedOutputStream parent = new PipedOutputStream();
        ParentWatch.start(new PipedInputStream(parent), acted::countDown);

        parent.write("still here".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        parent.flush();
        assertThat(acted.getCount()).isOne();

        parent.close();
        assertThat(acted.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
