package dev.polylog.sweep.spark;

import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExecuteImmediate;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.classic.SparkSession;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets queries through and nothing else: no statement that changes anything, no scripts, no calls into Java. Tables by path
 * are switched off in the session's settings, and the functions that call Java are taken out of it, because a query can
 * spell their names in ways that its text does not show.
 */
final class QueryGuard {
    private static final Set<String> JAVA_CALLS = Set.of("reflect", "java_method", "try_reflect");

    private final SparkSession session;

    QueryGuard(SparkSession session) {
        this.session = session;
        for (String function : JAVA_CALLS) {
            session.sessionState()
                    .functionRegistry()
                    .dropFunction(new FunctionIdentifier(function, Option.apply("builtin"), Option.apply("system")));
        }
    }

    void check(String sql) throws InvalidQueryException {
        try {
            check(session.sessionState().sqlParser().parsePlan(sql));
        } catch (Exception e) {
            if (e instanceof InvalidQueryException invalid) {
                throw invalid;
            }
            if (e instanceof ParseException) {
                throw new InvalidQueryException(e);
            }
            throw new IllegalStateException("Cannot parse the query", e);
        }
    }

    private static void check(QueryPlan<?> plan) throws InvalidQueryException {
        if (plan instanceof Command
                || plan instanceof ParsedStatement
                || plan instanceof InsertIntoDir
                || plan instanceof ScriptTransformation
                || plan instanceof UnresolvedExecuteImmediate) {
            throw new InvalidQueryException(
                    "Invalid statement: " + plan.nodeName()
                            + " (expected a query over runs, trajectories, neurons and distances, such as \"select * from runs\"; \"describe runs\" lists its columns)");
        }
        for (Expression expression : CollectionConverters.asJava(plan.expressions())) {
            check(expression);
        }
        for (Object child : CollectionConverters.asJava(plan.children())) {
            checkAny(child);
        }
        for (Object inner : CollectionConverters.asJava(plan.innerChildren())) {
            checkAny(inner);
        }
        for (Object subquery : CollectionConverters.asJava(plan.subqueriesAll())) {
            checkAny(subquery);
        }
    }

    private static void check(Expression expression) throws InvalidQueryException {
        if (expression instanceof UnresolvedFunction function) {
            String name = function.nameParts().last().toLowerCase(Locale.ROOT);
            if (JAVA_CALLS.contains(name)) {
                throw new InvalidQueryException("Invalid function: " + name + " (queries do not call into Java)");
            }
        }
        for (Expression child : CollectionConverters.asJava(expression.children())) {
            check(child);
        }
    }

    private static void checkAny(Object node) throws InvalidQueryException {
        if (node instanceof LogicalPlan plan) {
            check(plan);
        }
    }
}
