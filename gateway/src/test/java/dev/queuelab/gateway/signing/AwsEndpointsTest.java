package dev.queuelab.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsEndpointsTest {

    @ParameterizedTest
    @CsvSource({
        "us-west-1, https://sqs.us-west-1.amazonaws.com, https://dynamodb.us-west-1.amazonaws.com",
        "cn-north-1, https://sqs.cn-north-1.amazonaws.com.cn, https://dynamodb.cn-north-1.amazonaws.com.cn",
        "us-gov-west-1, https://sqs.us-gov-west-1.amazonaws.com, https://dynamodb.us-gov-west-1.amazonaws.com"
    })
    void theServicesOfARegionAreWhereTheSdkKnowsThem(String region, URI sqs, URI dynamoDb) {
        assertThat(AwsEndpoints.isRegion(region)).isTrue();
        assertThat(AwsEndpoints.sqs(region)).isEqualTo(sqs);
        assertThat(AwsEndpoints.dynamoDb(region)).isEqualTo(dynamoDb);
        assertThat(AwsEndpoints.isAws(sqs)).isTrue();
        assertThat(AwsEndpoints.isAws(dynamoDb)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"us", "us-west", "us-west-1.evil.example", "us-west-1/", "US-WEST-1"})
    void aTextOfAnotherFormIsNoRegion(String text) {
        assertThat(AwsEndpoints.isRegion(text)).isFalse();
    }

    @Test
    void anEmulatorIsNotAws() {
        assertThat(AwsEndpoints.isAws(URI.create("https://localhost:4566"))).isFalse();
        assertThat(AwsEndpoints.isAws(URI.create("https://notamazonaws.com"))).isFalse();
        assertThat(AwsEndpoints.isAws(URI.create("https://sqs.amazonaws.com.example")))
                .isFalse();
    }
}
