import { DomainError, permissionsOf, type Permission, type Role } from 'grid-data';

/** Who asks: made from a session at each request, so that a changed role or area holds at once. */
export type Viewer = {
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
  /** The area the viewer stands at. */
  readonly areaCode: string;
  /** Only set for the role that is bound to its department's cases. */
  readonly departmentCode: string | null;
  /** What the scope compares codes with: the area's code, or '' where the viewer stands at the root of the tree. */
  readonly scopePrefix: string;
  /** Set where the session is the device of a screen: it reads, and does nothing else. */
  readonly screenId?: string | null;
};

export const systemUserId = '00000000-0000-0000-0000-000000000000';

/** The process's own work, done for nobody in particular: imports the listing of a platform, reads the journal. */
export function systemViewer(rootAreaCode = ''): Viewer {
  return {
    userId: systemUserId,
    sessionId: 'system',
    name: 'system',
    displayName: 'system',
    role: 'administrator',
    permissions: new Set(permissionsOf('administrator')),
    areaCode: rootAreaCode,
    departmentCode: null,
    scopePrefix: '',
  };
}

export function requirePermission(viewer: Viewer | null, permission: Permission): Viewer {
  if (viewer === null) throw new DomainError('not-signed-in', 'sign in first');
  if (!viewer.permissions.has(permission)) {
    throw new DomainError('not-allowed', `the role ${viewer.role} lacks ${permission}`, {
      reason: 'permission-missing',
      details: { permission },
    });
  }
  return viewer;
}
