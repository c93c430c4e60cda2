package dev.queuelab.gateway.fault;

import dev.queuelab.gateway.call.Call;
import dev.queuelab.gateway.call.Reply;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The windows of a gateway, which calls pass in the order in which they began. */
public final class FaultWindows {
    private final List<FaultWindow> windows = new CopyOnWriteArrayList<>();

    /** From now on calls meet these rules, until the window is lifted. */
    public FaultWindow begin(List<Rule> rules) {
        FaultWindow window = new FaultWindow(rules);
        windows.add(window);
        return window;
    }

    /** The reply to a call that passes all windows, and then what comes after. */
    public Reply pass(Call call, Encounter encounter, Next next) {
        return pass(List.copyOf(windows), call, encounter, next);
    }

    private static Reply pass(List<FaultWindow> left, Call call, Encounter encounter, Next next) {
        return left.isEmpty()
                ? next.forward(call)
                : left.get(0)
                        .pass(call, encounter, passed -> pass(left.subList(1, left.size()), passed, encounter, next));
    }
}
