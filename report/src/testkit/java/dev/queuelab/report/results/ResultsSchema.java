package dev.queuelab.report.results;

import java.util.List;

/** The published JSON Schema of results. */
public final class ResultsSchema {
    private static final PublishedSchema SCHEMA = PublishedSchema.of("results");

    private ResultsSchema() {}

    /** What speaks against this document; empty if it is one of results. */
    public static List<String> objectionsTo(String document) {
        return SCHEMA.objectionsTo(document);
    }
}
