package dev.cotangent.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a generated companion and each class in it. Tools that measure coverage skip classes with
 * an annotation whose name contains "Generated" and which is kept in the class file. For generated
 * code only.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CotangentGenerated {}
