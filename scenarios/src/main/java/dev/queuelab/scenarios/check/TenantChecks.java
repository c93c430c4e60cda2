package dev.queuelab.scenarios.check;

import dev.queuelab.core.toolbox.Seconds;
import dev.queuelab.scenarios.check.Tenant.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Checks of a standard queue that several tenants share, one of which floods it. What one tenant waits for is compared with what
 * another one gets meanwhile, and not with a clock: a slow machine makes all wait for longer.
 *
 * @param producer the label of the producer that sent all messages
 * @param noisy the name of the tenant that sends many
 */
public record TenantChecks(String producer, String noisy) {
    /** The payload field that names a message's tenant. */
    public static final String TENANT = "tenant";

    private static final int MOST_PERCENT = 50;

    /** Far more than is in flight before the queue has noticed who is noisy. */
    private static final int FLOOD = 40;

    /** A message that waits, and what the noisy tenant had on the queue when it was sent. */
    private record Wait(String tenant, Sent message, long ahead, long received) {
        long percent() {
            return ahead == 0 ? 0 : received * 100 / ahead;
        }
    }

    private List<Wait> waits(Evidence evidence) {
        Map<String, Tenant> tenants = Tenant.in(evidence, producer, TENANT);
        Tenant flood = tenants.getOrDefault(noisy, new Tenant(noisy, List.of()));
        List<Wait> waits = new ArrayList<>();
        others(tenants.values())
                .forEach(tenant -> tenant.messages()
                        .forEach(message -> waits.add(new Wait(
                                tenant.name(), message, flood.waitingBefore(message), flood.receivedBefore(message)))));
        return waits;
    }

    private List<Tenant> others(Collection<Tenant> tenants) {
        return tenants.stream().filter(tenant -> !tenant.name().equals(noisy)).toList();
    }

    /** No other tenant's message waited while most of the noisy one's backlog was served. */
    public Requirement othersWaitLittle() {
        return new Requirement(
                "others wait little",
                "While a message of another tenant waited, at most " + MOST_PERCENT + " % of what the noisy tenant had"
                        + " waiting before it was received.",
                evidence -> othersWaitLittle(evidence).onlyInHistoriesOrCalls("when messages were received"));
    }

    private Finding othersWaitLittle(Evidence evidence) {
        List<Wait> waits = waits(evidence);
        if (waits.isEmpty()) {
            return Finding.undecided("no other tenant sent anything");
        }
        List<Wait> late =
                waits.stream().filter(wait -> wait.percent() > MOST_PERCENT).toList();
        long most = waits.stream().mapToLong(Wait::percent).max().orElse(0);
        if (late.isEmpty()) {
            return Finding.holds("of " + waits.size() + ", none for more than " + most + " % of it");
        }
        if (evidence.wire().isEmpty() && waits.stream().allMatch(wait -> wait.percent() == 100)) {
            return Finding.notApplicable("this queue is not fair: each of " + waits.size()
                    + " waited for all that was sent before it; an emulator needs the gateway for it");
        }
        return Finding.broken(late.size() + " of " + waits.size() + " did not, and waited for up to " + most
                + " % of it: "
                + Names.of(
                        late.stream().map(wait -> wait.message().trace().id()).toList()));
    }

    /** The noisy tenant had a backlog before each message of the others. */
    public Precondition flooded() {
        return new Precondition(
                "flooded",
                "The failure could come about: when each message of the others was sent, at least " + FLOOD
                        + " of the noisy tenant's were waiting.",
                evidence -> {
                    long least = waits(evidence).stream()
                            .mapToLong(Wait::ahead)
                            .min()
                            .orElse(0);
                    return Finding.that(least >= FLOOD, "at least " + least + " were")
                            .onlyInHistoriesOrCalls("when messages were received");
                });
    }

    /** Each tenant with what it waited for. */
    public ReportTable table() {
        return new ReportTable(
                "tenants",
                evidence -> new Table(
                        List.of(
                                "tenant",
                                "messages",
                                "median wait (s)",
                                "longest wait (s)",
                                "as against " + noisy,
                                noisy + " served meanwhile"),
                        rows(evidence)));
    }

    private List<List<String>> rows(Evidence evidence) {
        Map<String, Tenant> tenants = Tenant.in(evidence, producer, TENANT);
        List<Wait> waits = waits(evidence);
        Duration longest = Optional.ofNullable(tenants.get(noisy))
                .map(TenantChecks::longest)
                .orElse(Duration.ZERO);
        return tenants.values().stream()
                .map(tenant -> List.of(
                        tenant.name(),
                        Integer.toString(tenant.messages().size()),
                        median(tenant.waits()).map(Seconds::format).orElse(""),
                        Seconds.format(longest(tenant)),
                        longest.isZero() ? "" : percent(Seconds.of(longest(tenant)) / Seconds.of(longest)),
                        waits.stream()
                                .filter(wait -> wait.tenant().equals(tenant.name()))
                                .mapToLong(Wait::percent)
                                .max()
                                .stream()
                                .mapToObj(most -> most + " %")
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    private static Duration longest(Tenant tenant) {
        List<Duration> waits = tenant.waits();
        return waits.isEmpty() ? Duration.ZERO : waits.get(waits.size() - 1);
    }

    private static Optional<Duration> median(List<Duration> sorted) {
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
