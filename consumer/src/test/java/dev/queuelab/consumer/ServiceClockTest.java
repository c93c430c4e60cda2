package dev.queuelab.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.aws.AwsAccess;
import dev.queuelab.core.knob.ClockSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.SqsClient;

class ServiceClockTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration AHEAD = Duration.ofMinutes(3);

    private final FakeClock local = new FakeClock();
    private final ServiceClock clock = new ServiceClock(local);

    @Test
    void untilTheFirstAnswerItIsTheLocalClock() {
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT3M", "PT-3M"})
    void anAnswerShowsHowFarTheServiceIsAheadOrBehind(Duration ahead) {
        answer(local.instant().plus(ahead));
        local.letPass(SECOND);

        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plus(ahead).plus(SECOND));
    }

    @Test
    void aDateLosesUpToASecondSoTheGreatestDifferenceIsTheBest() {
        answer(local.instant().plus(AHEAD).minusMillis(900));
        answer(local.instant().plus(AHEAD).minusMillis(100));
        answer(local.instant().plus(AHEAD).minusMillis(500));

        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plus(AHEAD).minusMillis(100));
    }

    @Test
    void anAnswerThatTookLongContradictsNothing() {
        answer(local.instant().plus(AHEAD));
        Instant asked = local.instant();
        Instant date = asked.plus(AHEAD);
        local.letPass(Duration.ofSeconds(20));

        clock.answered(asked, local.instant(), date);

        assertThat(clock.instant()).isEqualTo(local.instant().plus(AHEAD));
    }

    @Test
    void anAnswerAsOldAsItMayBeContradictsNothing() {
        answer(local.instant().plus(AHEAD));

        answer(local.instant().plus(AHEAD).minus(ClockSource.PRECISION));

        assertThat(clock.instant()).isEqualTo(local.instant().plus(AHEAD));
    }

    @Test
    void aClockThatIsSetBackIsBelieved() {
        answer(local.instant().plus(AHEAD));
        Instant back = local.instant().plus(AHEAD).minus(ClockSource.PRECISION).minusMillis(1);

        answer(back);

        assertThat(clock.instant()).isEqualTo(back);
    }

    @Test
    void theLocalClockIsTheDefaultAndMayBeOff() {
        List<ExecutionInterceptor> observers = new ArrayList<>();

        Clock plain = ServiceClock.asSet(Samples.settings(), local, observers::add);
        Clock behind = ServiceClock.asSet(Samples.settings("CLOCK_SKEW_SECONDS", "-180"), local, observers::add);

        assertThat(plain.instant()).isEqualTo(Instant.EPOCH);
        assertThat(behind.instant()).isEqualTo(Instant.EPOCH.minusSeconds(180));
        assertThat(observers).isEmpty();
    }

    /** The server's dates are the machine's, and the local clock stands at the epoch. */
    @ParameterizedTest
    @ValueSource(ints = {200, 400})
    void theDateOfAnyAnswerIsRead(int status) throws Exception {
        try (HttpServerFixture service = new HttpServerFixture()) {
            service.answers(status, "{}");
            AwsAccess.Endpoints endpoints =
                    new AwsAccess.Endpoints(URI.create(service.url()), URI.create(service.url()));
            try (AwsAccess aws = AwsAccess.toEmulator("us-west-1", endpoints)) {
                Clock off = ServiceClock.asSet(
                        Samples.settings("CLOCK", "service", "CLOCK_SKEW_SECONDS", "7"), local, aws::observe);
                assertThat(off.instant()).isEqualTo(Instant.EPOCH.plusSeconds(7));

                call(aws.sqs(1));

                assertThat(off.instant().atOffset(ZoneOffset.UTC).getYear()).isGreaterThan(2000);
            }
        }
    }

    private static void call(SqsClient sqs) {
        try {
            sqs.listQueues();
        } catch (SdkException e) {
            // a refusal has a date as well
        }
    }

    private void answer(Instant date) {
        clock.answered(local.instant(), local.instant(), date);
    }
}
