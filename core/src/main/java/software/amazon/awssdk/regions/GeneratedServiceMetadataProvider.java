package software.amazon.awssdk.regions;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.servicemetadata.DynamodbServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.SqsServiceMetadata;

/**
 * Stands in the place of the AWS SDK's own class of this name, which the programs' jars leave out. That one makes the
 * metadata of all 300 services of AWS whenever the first client is made, a tenth of a program's start. These are the two
 * that we use; for any other the SDK takes its default, by which a service signs for the region that it is called in.
 */
@NullMarked
public final class GeneratedServiceMetadataProvider implements ServiceMetadataProvider {

    @Override
    public @Nullable ServiceMetadata serviceMetadata(String endpointPrefix) {
        return switch (endpointPrefix) {
            case "sqs" -> new SqsServiceMetadata();
            case "dynamodb" -> new DynamodbServiceMetadata();
            default -> null;
        };
    }
}
