/** The annotation processor that writes gradients while the compiler runs. */
// JavaPoet and the annotations of AutoService have their names in their manifests only.
@SuppressWarnings("requires-automatic")
module dev.cotangent.processor {
  requires com.palantir.javapoet;
  requires dev.cotangent;
  requires java.compiler;
  // Other compilers than javac may run on a virtual machine without it; then a message says so.
  requires static jdk.compiler;
  requires static com.google.auto.service;

  provides javax.annotation.processing.Processor with
      dev.cotangent.processor.CotangentProcessor;
}
