/** What a command ran, for machines and for people: JSON, JUnit XML, Markdown, and tables for the console. */
@NullMarked
package dev.queuelab.report.results;

import org.jspecify.annotations.NullMarked;
