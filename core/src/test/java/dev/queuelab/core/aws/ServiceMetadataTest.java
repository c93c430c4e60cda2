package dev.queuelab.core.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

class ServiceMetadataTest {

    @ParameterizedTest
    @ValueSource(strings = {"us-west-1", "cn-north-1", "us-gov-west-1", "eu-isoe-west-1"})
    void ourServicesSignForTheRegionAndAreWhereTheSdkKnowsThem(String name) {
        Region region = Region.of(name);
        String suffix = region.metadata().partition().dnsSuffix();

        for (String service : new String[] {"sqs", "dynamodb"}) {
            assertThat(ServiceMetadata.of(service).signingRegion(region)).isEqualTo(region);
            assertThat(ServiceMetadata.of(service).endpointFor(region))
                    .hasToString(service + "." + name + "." + suffix);
        }
    }

    /** A service with a place of its own for all regions shows whether the SDK has made them all. */
    @Test
    void noOtherServiceIsKnown() {
        assertThat(ServiceMetadata.of("iam").signingRegion(Region.US_WEST_2)).isEqualTo(Region.US_WEST_2);
    }
}
