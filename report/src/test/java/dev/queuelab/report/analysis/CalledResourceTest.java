package dev.queuelab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.queuelab.core.trace.HistoryBuilder;
import dev.queuelab.gateway.call.Service;
import dev.queuelab.gateway.history.CallFact;
import dev.queuelab.gateway.history.CallRecord;
import dev.queuelab.report.analysis.CalledResource.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalledResourceTest {

    @Test
    void queuesComeFirstThenTablesThenOtherServices() {
        assertThat(CalledResource.of(List.of(
                        call(Optional.empty(), "effects"),
                        call(Optional.of(Service.DYNAMODB), "orders-status"),
                        call(Optional.of(Service.SQS), "orders-dlq.fifo"),
                        call(Optional.of(Service.SQS), "orders.fifo"),
                        call(Optional.of(Service.SQS), "orders.fifo"))))
                .containsExactly(
                        new CalledResource("orders.fifo", Kind.QUEUE),
                        new CalledResource("orders-dlq.fifo", Kind.DEAD_LETTER_QUEUE),
                        new CalledResource("orders-status", Kind.TABLE),
                        new CalledResource("effects", Kind.SERVICE));
    }

    @Test
    void aCallThatNamesNoneWentToItsService() {
        assertThat(CalledResource.of(List.of(
                        call(Optional.of(Service.DYNAMODB), ""),
                        call(Optional.of(Service.SQS), ""),
                        call(Optional.empty(), ""))))
                .extracting(CalledResource::name)
                .containsExactly("SQS", "DYNAMODB", "HTTP");
    }

    private static CallRecord call(Optional<Service> service, String resource) {
        return new CallRecord(
                new CallFact.Called(1, HistoryBuilder.BEGIN, "c-1", service, "Op", resource, 1, List.of()),
                Optional.empty());
    }
}
