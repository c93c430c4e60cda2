package dev.queuelab.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryProtocolTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAMESPACE = " xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\"";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    SendMessage&QueueUrl=http%3A%2F%2Fh%2F0%2Fq&MessageBody=a%26b&DelaySeconds=3 | {"DelaySeconds":3,"MessageBody":"a&b","QueueUrl":"http://h/0/q"}
                    ReceiveMessage&QueueUrl=u&MaxNumberOfMessages=10&AttributeName.1=SentTimestamp&AttributeName.2=All | {"AttributeNames":["SentTimestamp","All"],"MaxNumberOfMessages":10,"QueueUrl":"u"}
                    ReceiveMessage&QueueUrl=u&AttributeName=All | {"AttributeNames":["All"],"QueueUrl":"u"}
                    DeleteMessageBatch&QueueUrl=u&DeleteMessageBatchRequestEntry.2.Id=b&DeleteMessageBatchRequestEntry.2.ReceiptHandle=y&DeleteMessageBatchRequestEntry.1.Id=a&DeleteMessageBatchRequestEntry.1.ReceiptHandle=x | {"Entries":[{"Id":"a","ReceiptHandle":"x"},{"Id":"b","ReceiptHandle":"y"}],"QueueUrl":"u"}
                    SendMessageBatch&QueueUrl=u&SendMessageBatchRequestEntry.1.Id=a&SendMessageBatchRequestEntry.1.MessageBody=m&SendMessageBatchRequestEntry.1.DelaySeconds=0&SendMessageBatchRequestEntry.1.MessageAttribute.1.Name=k&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType=String&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue=v | {"Entries":[{"DelaySeconds":0,"Id":"a","MessageAttributes":{"k":{"DataType":"String","StringValue":"v"}},"MessageBody":"m"}],"QueueUrl":"u"}
                    SetQueueAttributes&QueueUrl=u&Attribute.1.Name=VisibilityTimeout&Attribute.1.Value=30 | {"Attributes":{"VisibilityTimeout":"30"},"QueueUrl":"u"}
                    CreateQueue&QueueName=q&Tag.1.Key=team&Tag.1.Value=x | {"QueueName":"q","tags":{"team":"x"}}
                    ChangeMessageVisibility&QueueUrl=u&ReceiptHandle=h&VisibilityTimeout=soon | {"QueueUrl":"u","ReceiptHandle":"h","VisibilityTimeout":"soon"}
                    """)
    void aFormBecomesTheRequestOfTheJsonProtocol(String form, String json) throws Exception {
        Call call = QueryProtocol.toJson(call("/", "Action=" + form + "&Version=2012-11-05"))
                .orElseThrow();

        assertThat(call.body().json()).isEqualTo(JSON.readTree(json));
        assertThat(call.request()).isEqualTo(JSON.readTree(json));
        assertThat(call.protocol()).isEqualTo(Protocol.JSON);
        assertThat(call.headers().first("X-Amz-Target")).contains("AmazonSQS." + form.replaceAll("&.*", ""));
        assertThat(call.headers().first("Content-Type")).contains("application/x-amz-json-1.0");
    }

    /** Of ten members the tenth comes last, not second. */
    @Test
    void membersAreInTheOrderOfTheirNumbers() {
        StringBuilder form = new StringBuilder("Action=UntagQueue&QueueUrl=u");
        for (int number = 1; number <= 11; number++) {
            form.append("&TagKey.").append(number).append("=k").append(number);
        }

        assertThat(QueryProtocol.toJson(call("/", form.toString()))
                        .orElseThrow()
                        .request()
                        .path("TagKeys"))
                .extracting(key -> key.asText())
                .containsExactly("k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", "k10", "k11");
    }

    @Test
    void aQueueThatOnlyThePathNamesIsNamed() {
        Call call = QueryProtocol.toJson(call("/000000000000/orders", "Action=PurgeQueue"))
                .orElseThrow();

        assertThat(call.resource()).isEqualTo("orders");
        assertThat(call.request().path("QueueUrl").asText()).endsWith("/000000000000/orders");
    }

    @Test
    void anOperationThatIsNotKnownStaysAsItIs() {
        assertThat(QueryProtocol.toJson(call("/", "Action=InventMessage&QueueUrl=u")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    SendMessage | {"MessageId":"m","MD5OfMessageBody":"d"} | <MessageId>m</MessageId><MD5OfMessageBody>d</MD5OfMessageBody>
                    ReceiveMessage | {} | ``
                    ReceiveMessage | {"Messages":[{"MessageId":"m","Body":"<a>&\\r\\n","Attributes":{"SentTimestamp":"1"},"MessageAttributes":{"k":{"StringValue":"v","DataType":"String"}}}]} | <Message><MessageId>m</MessageId><Body>&lt;a&gt;&amp;&#xD;\\n</Body><Attribute><Name>SentTimestamp</Name><Value>1</Value></Attribute><MessageAttribute><Name>k</Name><Value><StringValue>v</StringValue><DataType>String</DataType></Value></MessageAttribute></Message>
                    DeleteMessageBatch | {"Successful":[{"Id":"a"}],"Failed":[{"Id":"b","SenderFault":false,"Code":"InternalError"}]} | <DeleteMessageBatchResultEntry><Id>a</Id></DeleteMessageBatchResultEntry><BatchResultErrorEntry><Id>b</Id><SenderFault>false</SenderFault><Code>InternalError</Code></BatchResultErrorEntry>
                    ListQueues | {"QueueUrls":["http://h/a","http://h/b"]} | <QueueUrl>http://h/a</QueueUrl><QueueUrl>http://h/b</QueueUrl>
                    ListQueueTags | {"Tags":{"team":"x"}} | <Tag><Key>team</Key><Value>x</Value></Tag>
                    """)
    void anAnswerInJsonBecomesXml(String operation, String json, String xml) {
        assertThat(answer(operation, json))
                .isEqualTo(
                        "<?xml version=\"1.0\"?><" + operation + "Response" + NAMESPACE + "><" + operation + "Result>"
                                + xml.replace("\\n", "\n") + "</" + operation
                                + "Result><ResponseMetadata><RequestId>r</RequestId>"
                                + "</ResponseMetadata></" + operation + "Response>");
    }

    @Test
    void anOperationWithoutAResultHasNone() {
        assertThat(answer("DeleteMessage", "{}")).doesNotContain("DeleteMessageResult");
    }

    @Test
    void anErrorHasTheCodeOfTheQueryProtocol() {
        Call call = call("/", "Action=DeleteMessage&QueueUrl=u");
        Reply.Answer refused = Reply.error(
                QueryProtocol.toJson(call).orElseThrow(),
                400,
                "QueueDoesNotExist",
                "AWS.SimpleQueueService.NonExistentQueue",
                "no <such> queue");

        Reply.Answer reply = (Reply.Answer) QueryProtocol.toXml(call, refused);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.headers().first("Content-Type")).contains("text/xml");
        assertThat(reply.body().text())
                .contains("<Type>Sender</Type><Code>AWS.SimpleQueueService.NonExistentQueue</Code>"
                        + "<Message>no &lt;such&gt; queue</Message>");
    }

    /** As emulators answer, which do not say the other protocol's code. */
    @Test
    void anErrorThatIsOnlyNamedHasTheCodeOfTheQueryProtocol() {
        Call call = call("/", "Action=GetQueueUrl&QueueName=q");
        Reply.Answer refused = new Reply.Answer(
                400,
                Headers.of(Map.of()),
                Body.of("{\"__type\": \"com.amazonaws.sqs#QueueDoesNotExist\", \"message\": \"no such queue\"}"));

        assertThat(((Reply.Answer) QueryProtocol.toXml(call, refused)).body().text())
                .contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code><Message>no such queue</Message>");
    }

    @Test
    void ofAReplyThatIsCutWhatArrivesIsXmlToo() {
        Call call = call("/", "Action=ReceiveMessage&QueueUrl=u");

        Reply.Cut cut = (Reply.Cut) QueryProtocol.toXml(call, new Reply.Cut(Optional.of(ok("{}")), 4));

        assertThat(cut.answer().orElseThrow().body().text()).startsWith("<?xml");
        assertThat(cut.bytes()).isEqualTo(4);
    }

    private static String answer(String operation, String json) {
        Call call = call("/", "Action=" + operation + "&QueueUrl=u");
        return ((Reply.Answer) QueryProtocol.toXml(call, ok(json))).body().text();
    }

    private static Reply.Answer ok(String json) {
        return new Reply.Answer(200, Headers.of(Map.of("x-amzn-RequestId", List.of("r"))), Body.of(json));
    }

    private static Call call(String path, String form) {
        Headers headers =
                Headers.of(Map.of("Content-Type", List.of("application/x-www-form-urlencoded; charset=utf-8")));
        return Call.of(1, "client", "POST", path, headers, Body.of(form));
    }
}
