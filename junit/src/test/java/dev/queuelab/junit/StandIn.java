package dev.queuelab.junit;

import java.io.IOException;

/** What tests put in the place of {@code runner.jar}: it fails, or waits until somebody ends it. */
final class StandIn {
    private StandIn() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("fails")) {
            System.out.println("there is no such thing");
            System.exit(5);
        }
        System.in.transferTo(System.out);
    }
}
