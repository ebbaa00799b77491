package dev.polylog.trainer;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "dev.polylog.trainer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> TRANSCENDENTALS = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("run")
            .definedBy("..trainer.run..")
            .layer("bench")
            .definedBy("..trainer.bench..")
            .layer("observe")
            .definedBy("..trainer.observe..")
            .layer("engine")
            .definedBy("..trainer.engine..")
            .layer("optimizer")
            .definedBy("..trainer.optimizer..")
            .layer("limit")
            .definedBy("..trainer.limit..")
            .layer("ridge")
            .definedBy("..trainer.ridge..")
            .layer("network")
            .definedBy("..trainer.network..")
            .layer("task")
            .definedBy("..trainer.task..")
            .layer("expression")
            .definedBy("..trainer.expression..")
            .layer("random")
            .definedBy("..trainer.random..")
            .layer("linalg")
            .definedBy("..trainer.linalg..")
            .layer("vector")
            .definedBy("..trainer.vector..")
            .layer("cache")
            .definedBy("..trainer.cache..")
            .layer("hash")
            .definedBy("..trainer.hash..")
            .whereLayer("run")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bench")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("observe")
            .mayOnlyBeAccessedByLayers("run")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("bench", "run", "observe")
            .whereLayer("optimizer")
            .mayOnlyBeAccessedByLayers("bench", "run", "observe", "engine")
            .whereLayer("limit")
            .mayOnlyBeAccessedByLayers("observe", "engine")
            .whereLayer("limit")
            .mayOnlyAccessLayers("network", "task", "linalg")
            .whereLayer("ridge")
            .mayOnlyBeAccessedByLayers("run", "observe")
            .whereLayer("ridge")
            .mayOnlyAccessLayers("task", "random", "linalg")
            .whereLayer("network")
            .mayOnlyBeAccessedByLayers("bench", "run", "observe", "engine", "optimizer", "limit")
            .whereLayer("task")
            .mayOnlyBeAccessedByLayers("bench", "run", "observe", "engine", "limit", "ridge", "network")
            .whereLayer("expression")
            .mayOnlyBeAccessedByLayers("run", "task")
            .whereLayer("expression")
            .mayNotAccessAnyLayer()
            .whereLayer("random")
            .mayOnlyAccessLayers("vector")
            .whereLayer("linalg")
            .mayOnlyAccessLayers("cache", "hash")
            .whereLayer("cache")
            .mayOnlyBeAccessedByLayers("linalg")
            .whereLayer("cache")
            .mayNotAccessAnyLayer()
            .whereLayer("hash")
            .mayOnlyBeAccessedByLayers("linalg", "run")
            .whereLayer("hash")
            .mayNotAccessAnyLayer()
            .whereLayer("vector")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule EVERY_CLASS_IS_IN_A_LAYER = noClasses()
            .should()
            .resideOutsideOfPackages(
                    "..trainer.run..",
                    "..trainer.bench..",
                    "..trainer.observe..",
                    "..trainer.engine..",
                    "..trainer.optimizer..",
                    "..trainer.limit..",
                    "..trainer.ridge..",
                    "..trainer.network..",
                    "..trainer.task..",
                    "..trainer.expression..",
                    "..trainer.random..",
                    "..trainer.linalg..",
                    "..trainer.vector..",
                    "..trainer.cache..",
                    "..trainer.hash..");

    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_NEEDS_THE_VECTOR_API = noClasses()
            .that()
            .resideOutsideOfPackage("..trainer.vector..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.vector..");

    /**
     * Only methods that insist, as those of the Vector API do, are always compiled into their caller: beyond a number of
     * operations the compiler calls the others, and an argument or a result makes an object. When that happens depends on the
     * timing of the compiler, so no run of a program can show that it never does.
     */
    @ArchTest
    static final ArchRule VECTORS_ARE_NOT_HANDED_ROUND = noClasses()
            .should()
            .callMethodWhere(describe(
                    "a method of ours that takes or gives a vector, beside constants",
                    (JavaMethodCall call) -> !isVectorType(call.getTargetOwner())
                            && !call.getOrigin().getName().equals(JavaStaticInitializer.STATIC_INITIALIZER_NAME)
                            && Stream.concat(
                                            call.getTarget().getRawParameterTypes().stream(),
                                            Stream.of(call.getTarget().getRawReturnType()))
                                    .anyMatch(ArchitectureTest::isVectorType)));

    private static boolean isVectorType(JavaClass type) {
        return type.getPackageName().equals("jdk.incubator.vector");
    }

    /** Transcendental lanes and sums across the lanes of floats have other bits interpreted than compiled; those of integers are exact. */
    @ArchTest
    static final ArchRule LANES_ARE_CORRECTLY_ROUNDED = noClasses()
            .should()
            .callMethodWhere(describe(
                    "a sum across lanes that may be floats",
                    (JavaAccess<?> access) ->
                            access.getTargetOwner().getPackageName().equals("jdk.incubator.vector")
                                    && !access.getTargetOwner().getSimpleName().equals("IntVector")
                                    && access.getTarget().getName().startsWith("reduceLanes")))
            .orShould()
            .accessTargetWhere(describe(
                    "a transcendental lane operation",
                    (JavaAccess<?> access) ->
                            access.getTargetOwner().getFullName().equals("jdk.incubator.vector.VectorOperators")
                                    && TRANSCENDENTALS.contains(
                                            access.getTarget().getName().toLowerCase(Locale.ROOT))));

    @ArchTest
    static final ArchRule TRANSCENDENTALS_ARE_STRICT = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "a transcendental function of Math",
                    (JavaAccess<?> access) -> access.getTargetOwner().isEquivalentTo(Math.class)
                            && TRANSCENDENTALS.contains(access.getTarget().getName())))
            .because("their bits differ between virtual machines and between interpreter and compiler");

    @ArchTest
    static final ArchRule FILES_ARE_TOUCHED_BY_THE_CACHE_AND_THE_LOADER_OF_THE_NATIVE_LIBRARY_ALONE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.polylog.trainer.linalg.NativeOpenBlas")
            .and()
            .resideOutsideOfPackage("..trainer.cache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..");

    @ArchTest
    static final ArchRule NO_SPARK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

    @ArchTest
    static final ArchRule ONE_CLASS_KNOWS_BREEZE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.polylog.trainer.linalg.Dense")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("breeze..");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule RANDOMNESS_AND_CLOCKS_ARE_ARGUMENTS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Math.class, "random");
}
