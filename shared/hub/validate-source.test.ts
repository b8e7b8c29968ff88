import { describe, expect, test } from 'vitest';
import { parseAst } from 'vite';
import { DATABASE_KINDS } from './protocol';
import { validationSource } from './validate';

const FIRM = 'halden_pryce';

describe('the text', () => {
  test('is what the oldest engine reads: ES5, ASCII, no trailing comma in a call', () => {
    for (const kind of DATABASE_KINDS) {
      const source = validationSource(kind, FIRM);
      expect(source).toMatch(/^function \(newDoc, oldDoc, userCtx, secObj\) \{[\x20-\x7e\n]*\}$/);
      expect(source).not.toMatch(/,\s*[)\]]/);
      expect(newerThanES5(parseAst(`(${source})`))).toEqual([]);
    }
  });

  test('is the same text every time, so that a second provisioning finds nothing to do', () => {
    expect(validationSource('team', FIRM)).toBe(validationSource('team', FIRM));
    expect(validationSource('team', FIRM)).not.toBe(validationSource('finance', FIRM));
  });
});

/** Names of syntax that ES5 does not have. */
function newerThanES5(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) for (const one of node) newerThanES5(one, found);
  else if (typeof node === 'object' && node !== null) {
    const { type, kind, computed, method, shorthand, regex } = node as Record<string, unknown>;
    const isOld = typeof type !== 'string' || ES5.has(type);
    const flags = (regex as { flags?: string } | undefined)?.flags ?? '';
    if (!isOld) found.push(type);
    if (type === 'VariableDeclaration' && kind !== 'var') found.push(String(kind));
    if (type === 'Property' && (computed || method || shorthand)) found.push('new kind of property');
    if (/[^gim]/.test(flags)) found.push(`/${flags}`);
    for (const value of Object.values(node)) newerThanES5(value, found);
  }
  return found;
}

const ES5 = new Set(
  `Program ExpressionStatement ParenthesizedExpression FunctionExpression FunctionDeclaration Identifier BlockStatement VariableDeclaration
   VariableDeclarator Literal ObjectExpression Property ArrayExpression MemberExpression CallExpression NewExpression UnaryExpression UpdateExpression
   BinaryExpression LogicalExpression ConditionalExpression AssignmentExpression SequenceExpression ThisExpression ReturnStatement ThrowStatement
   IfStatement ForStatement ForInStatement WhileStatement DoWhileStatement BreakStatement ContinueStatement SwitchStatement SwitchCase TryStatement
   CatchClause EmptyStatement`.split(/\s+/),
);
