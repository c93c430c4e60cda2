package dev.queuelab.gateway.proxy;

import dev.queuelab.gateway.call.Body;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Reads the body of a request. No thread waits for a client that is slow: the next one to have something for us goes on.
 */
final class RequestBody implements Runnable {
    private final Content.Source source;
    private final int most;
    private final Consumer<Throwable> broken;
    private final Consumer<Optional<Body>> whole;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean tooLong;

    private RequestBody(Content.Source source, int most, Consumer<Throwable> broken, Consumer<Optional<Body>> whole) {
        this.source = source;
        this.most = most;
        this.broken = broken;
        this.whole = whole;
    }

    /**
     * Reads to the end, even where that is of no use, since many clients hear an answer only once they have sent all.
     *
     * @param most bytes that are kept
     * @param broken gets the reason where the body ends early
     * @param whole gets the body, or nothing where it is longer
     */
    static void read(Content.Source source, int most, Consumer<Throwable> broken, Consumer<Optional<Body>> whole) {
        new RequestBody(source, most, broken, whole).run();
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                broken.accept(chunk.getFailure());
                return;
            }
            keep(chunk);
            boolean last = chunk.isLast();
            chunk.release();
            if (last) {
                whole.accept(tooLong ? Optional.empty() : Optional.of(Body.of(bytes.toByteArray())));
                return;
            }
        }
    }

    private void keep(Content.Chunk chunk) {
        tooLong = tooLong || bytes.size() + chunk.remaining() > most;
        if (tooLong) {
            bytes.reset();
        } else {
            bytes.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
        }
    }
}
