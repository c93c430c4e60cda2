/** What a command played, for machines and for the eye: JSON, JUnit XML, Markdown, and tables for the console. */
@NullMarked
package dev.queuelab.report.results;

import org.jspecify.annotations.NullMarked;
