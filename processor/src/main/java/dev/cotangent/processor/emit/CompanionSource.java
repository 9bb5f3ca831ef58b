package dev.cotangent.processor.emit;

/**
 * Stage 7, output: a companion's source file.
 *
 * @param qualifiedName the class's qualified name
 * @param text the file's content
 */
public record CompanionSource(String qualifiedName, String text) {}
